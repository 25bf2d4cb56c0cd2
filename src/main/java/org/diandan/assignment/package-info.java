/**
 * Which orders get which teams, as a mathematical problem: places, points, prices, and nothing of the business around.
 *
 * <p>An {@link org.diandan.assignment.Instance} poses the problem: what teams can take ({@link
 * org.diandan.assignment.Supply}) and which orders there are, each with the teams that may serve it and the points it is
 * worth there. {@link org.diandan.assignment.ExactEngine} answers with a {@link org.diandan.assignment.Plan}: the best
 * {@link org.diandan.assignment.Assignment} that exists, and the {@link org.diandan.assignment.Prices} that prove it and
 * that say what one more order in a slot of a team would cost. {@link org.diandan.assignment.OnlineEngine} decides orders
 * one by one, at prices that it learns from a {@link org.diandan.assignment.Forecast}. {@code bench/matching} runs both.
 *
 * <p>Teams, slots and orders are indices from 0; whoever poses the problem keeps the names that they stand for. All is
 * plain Java without a database, without static state, deterministic, and takes memory in proportion to the arcs. Never
 * knows a resident, a policy or a routing; tells no news. Who gets asked, and what follows, is the business of {@code
 * matching}.
 */
@NullMarked
package org.diandan.assignment;

import org.jspecify.annotations.NullMarked;
