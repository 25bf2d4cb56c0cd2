package org.diandan.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do something at once. */
final class Crowd implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What one of them does; they are numbered from 0. */
    interface Member<T> {
        T act(int number) throws Exception;
    }

    /** Returns what came of it when all are done; throws if one could not go on. */
    <T> List<T> all(int size, Member<T> member) throws Exception {
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int number = i;
            running.add(threads.submit(() -> member.act(number)));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(each.get());
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
