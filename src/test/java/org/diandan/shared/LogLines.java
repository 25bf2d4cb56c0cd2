package org.diandan.shared;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the program logs from now on until this is closed, with all that exceptions say. */
public final class LogLines extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @SuppressWarnings("this-escape")
    public LogLines() {
        Logger.getLogger("").addHandler(this);
    }

    /** All of it as one text. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord entry) {
        var text = new StringWriter();
        text.append(formatter.formatMessage(entry));
        if (entry instanceof org.jboss.logmanager.ExtLogRecord extended) {
            text.append(' ').append(extended.getFormattedMessage());
        }
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
