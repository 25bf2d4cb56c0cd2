package org.diandan.shared;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.function.Function;

/**
 * What was read from the database at most five seconds ago: for small things that are read with every request and seldom
 * change. Another instance that changes them is noticed after those five seconds.
 *
 * <p>Loading joins the transaction of the caller, who therefore sees what it has written and flushed itself.
 */
public final class Recent<K, V> {

    /** The longest time for which a change made by another instance stays unnoticed. */
    public static final Duration FOR = Duration.ofSeconds(5);

    private static final int MOST_KEYS = 10_000;

    private final LoadingCache<K, V> values;
    private final TransactionSynchronizationRegistry transactions;

    public Recent(TransactionSynchronizationRegistry transactions, Function<K, V> load) {
        this.transactions = transactions;
        this.values = Caffeine.newBuilder()
                .expireAfterWrite(FOR)
                .maximumSize(MOST_KEYS)
                .build(load::apply);
    }

    public V get(K key) {
        return values.get(key);
    }

    /** Reads the key anew from now on, and once more when the transaction is over: others may have read what was before. */
    public void forget(K key) {
        forget(() -> values.invalidate(key));
    }

    /** Reads everything anew from now on, and once more when the transaction is over. */
    public void forgetAll() {
        forget(values::invalidateAll);
    }

    private void forget(Runnable drop) {
        drop.run();
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    drop.run();
                }

                @Override
                public void afterCompletion(int status) {
                    drop.run();
                }
            });
        }
    }
}
