package org.diandan.backup;

/** Told after each table, for whoever waits. */
interface Progress {
    void done(String table, Manifest.Content content);
}
