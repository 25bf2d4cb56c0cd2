package org.diandan.shared;

/** Who makes this request, for rooms that must not know accounts. */
public interface Caller {

    /** What the caller may reach; {@link Scope#NONE} when nobody is signed in. */
    Scope scope();

    /**
     * The caller, as histories name them.
     *
     * @throws Refused with 401 if nobody is signed in
     */
    Actor actor();
}
