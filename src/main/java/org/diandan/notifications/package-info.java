/**
 * What people are told without asking: the live stream of what changes in what they may see.
 *
 * <p>Owns no words of its own about orders or tasks: it follows the outbox ({@link org.diandan.outbox.News}) and asks the
 * rooms whose things they are for whom each exists. Tells names of events and ids, never what they are about: whoever is
 * told reads that where it stands, by the rules that hold there. Tells no news.
 */
@NullMarked
package org.diandan.notifications;

import org.jspecify.annotations.NullMarked;
