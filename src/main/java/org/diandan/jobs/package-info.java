/**
 * Long work: what was asked for, how far it is, and what came of it; done by one of any number of instances, and taken
 * up again when that one is killed.
 *
 * <p>Owns the table {@code job}. Never knows what the work is: rooms ask for a job and bring a {@link
 * org.diandan.jobs.JobHandler} that does it. Tells no news; whoever asked looks at the job.
 */
@NullMarked
package org.diandan.jobs;

import org.jspecify.annotations.NullMarked;
