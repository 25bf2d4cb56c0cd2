package org.diandan.jobs;

import java.util.UUID;
import org.diandan.shared.Actor;

/**
 * A job to be done.
 *
 * @param kind what is to be done, such as {@code matching.plan}; one handler for each kind
 * @param subject what it is done with; its id tells the center. One job of a kind at a time for each subject
 * @param askedBy who sees it beside the dispatchers of the Center; the program where nobody asked
 */
public record NewJob(String kind, UUID subject, Actor askedBy) {}
