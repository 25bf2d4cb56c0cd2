package org.diandan.rights;

/** How far the wish to be forgotten has come. */
enum ErasureState {
    /** It takes effect when its time has come and nothing stands in the way. */
    WAITING,
    /** The person is forgotten. */
    DONE,
    /** The person thought better of it. */
    WITHDRAWN
}
