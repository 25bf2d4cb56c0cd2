/**
 * The menu: what residents can order, with questions, risks by version, required certificates, insurance and time
 * limits.
 *
 * <p>All of it is data that an administrator adds to and changes; what ships with the program is planted by migration and
 * never overwrites a change. A site's menu says what is offered there; time limits can differ by service and site. This
 * room never knows an order or a person, and tells no news.
 */
@NullMarked
package org.diandan.catalogue;

import org.jspecify.annotations.NullMarked;
