package org.diandan.sites;

/**
 * What an import did.
 *
 * @param rows divisions in the file
 * @param added new, or valid again
 * @param renamed valid under another name from today
 * @param ended gone from the area that the file holds whole
 */
public record DivisionChanges(int rows, int added, int renamed, int ended) {}
