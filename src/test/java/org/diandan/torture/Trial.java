package org.diandan.torture;

/**
 * One way to hurt the program. What is found wrong goes into {@link Findings}; whatever is thrown is found wrong too. The
 * control is the same trial with the protection taken out: it must find something, else the trial proves nothing.
 */
public interface Trial {

    /** One word: what {@code -Dtorture.only} and the file of results call it. */
    String name();

    /** With all protections. */
    void run(Setting setting, Findings findings) throws Exception;

    /** Which protection is taken out in {@link #control}. */
    String takenOut();

    /** Without one of them; smaller than the trial, since one case that is caught is enough. */
    void control(Setting setting, Findings findings) throws Exception;
}
