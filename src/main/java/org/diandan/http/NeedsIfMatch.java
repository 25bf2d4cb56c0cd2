package org.diandan.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a verb that nobody may use without saying what they saw ({@link IfMatch#require}), so that the contract says so too;
 * a PUT, PATCH or DELETE always needs it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsIfMatch {}
