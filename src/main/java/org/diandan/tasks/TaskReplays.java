package org.diandan.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diandan.http.ReplayCheck;

/** Whether a caller may still see the task that an earlier answer showed. */
@ApplicationScoped
class TaskReplays implements ReplayCheck {

    private static final Pattern PATH = Pattern.compile("/tasks/([0-9a-f-]{36})");

    private final TaskDesk desk;

    TaskReplays(TaskDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean knows(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public boolean isVisible(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() && desk.isVisible(UUID.fromString(matcher.group(1)));
    }
}
