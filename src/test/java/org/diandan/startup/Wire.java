package org.diandan.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between the program and its database, that a test can cut and hold. */
public final class Wire implements AutoCloseable {

    private enum State {
        WHOLE,
        /** Connections are closed, and new ones at once. */
        CUT,
        /** Connections stay and are made, and nothing comes through. */
        HELD
    }

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;

    /** Leads from a port of its own to {@code port} of this machine. */
    public Wire(int port) {
        exit = port;
        try {
            entrance = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public void cut() {
        change(State.CUT);
        ends.forEach(Wire::close);
    }

    public void hold() {
        change(State.HELD);
    }

    public void mend() {
        change(State.WHOLE);
    }

    private synchronized void change(State to) {
        state = to;
        notifyAll();
    }

    private synchronized State waitWhileHeld() throws InterruptedException {
        while (state == State.HELD) {
            wait();
        }
        return state;
    }

    private void accept() throws IOException {
        while (true) {
            Socket program = entrance.accept();
            synchronized (this) {
                if (state == State.CUT) {
                    close(program);
                    continue;
                }
            }
            Socket database = new Socket("127.0.0.1", exit);
            program.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            ends.add(program);
            ends.add(database);
            inBackground(() -> carry(program, database));
            inBackground(() -> carry(database, program));
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            byte[] buffer = new byte[1 << 16];
            for (int read = from.getInputStream().read(buffer);
                    read >= 0 && waitWhileHeld() == State.WHOLE;
                    read = from.getInputStream().read(buffer)) {
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One end is gone, and so is the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
            ends.remove(from);
            ends.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The entrance was closed.
                    }
                },
                "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
