package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.orders.OrderAccess.Opened;
import org.diandan.shared.Ids;

/** The photos of orders, for those who may see the contact data of whom the order serves. */
@ApplicationScoped
@Transactional
class Photos {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final EntityManager database;
    private final OrderAccess access;
    private final Parties parties;
    private final OrdersConfig config;
    private final Ids ids;
    private final Clock clock;

    Photos(EntityManager database, OrderAccess access, Parties parties, OrdersConfig config, Ids ids, Clock clock) {
        this.database = database;
        this.access = access;
        this.parties = parties;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a photo; what kind of picture it is tell its first bytes, not the caller. */
    PhotoLine add(UUID order, byte[] bytes) {
        Opened opened = checked(access.move(order));
        String format = formatOf(bytes);
        if (list(order).size() >= config.photos()) {
            throw OrderProblem.TOO_MANY_PHOTOS.because(config.photos());
        }
        UUID id = ids.of(opened.order().center());
        UUID by = java.util.Objects.requireNonNull(opened.caller().actor().account());
        database.persist(new Photo(id, opened.order(), format, bytes, by, clock.instant()));
        return new PhotoLine(id, opened.order().round().number(), format, clock.instant());
    }

    List<PhotoLine> list(UUID order) {
        Order found = checked(access.read(order)).order();
        return database.createQuery("""
                        select new org.diandan.orders.PhotoLine(id, round, format, at) from Photo
                        where center = :center and orderId = :order order by id
                        """, PhotoLine.class)
                .setParameter("center", found.center())
                .setParameter("order", found.id())
                .getResultList();
    }

    Photo get(UUID order, UUID photo) {
        Order found = checked(access.read(order)).order();
        Photo kept = database.find(Photo.class, new Photo.Key(found.center(), found.id(), photo));
        if (kept == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return kept;
    }

    /** A picture of somebody's home tells no less than the address. */
    private Opened checked(Opened opened) {
        if (!parties.seesContact(opened.order(), opened.caller().parts())) {
            throw OrderProblem.NOT_YOURS.because("photos");
        }
        return opened;
    }

    private static String formatOf(byte[] bytes) {
        if (beginsWith(bytes, JPEG)) {
            return "image/jpeg";
        }
        if (beginsWith(bytes, PNG)) {
            return "image/png";
        }
        throw OrderProblem.PHOTO_FORMAT.because();
    }

    private static boolean beginsWith(byte[] bytes, byte[] magic) {
        return bytes.length > magic.length && java.util.Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
