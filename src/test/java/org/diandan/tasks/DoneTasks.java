package org.diandan.tasks;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears what these tests do, as a room would. */
@Singleton
class DoneTasks {

    final List<TaskDone> heard = new CopyOnWriteArrayList<>();

    void hear(@Observes TaskDone news) {
        heard.add(news);
    }
}
