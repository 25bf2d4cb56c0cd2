package org.diandan.jobs;

import java.util.UUID;
import org.diandan.shared.Actor;

/** A job as its handler reads it; the meaning of each field as in {@link NewJob}. */
public record JobFacts(String center, UUID id, String kind, UUID subject, Actor askedBy) {}
