package org.diandan.residents;

/** How far a proxy has come. */
enum ProxyState {
    /** An invitation is on its way. */
    INVITED,
    /** May act. */
    ACTIVE
}
