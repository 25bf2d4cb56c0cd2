package org.diandan.matching;

/** What became of a change that a plan proposes. */
public enum ChangeState {
    PENDING,
    APPLIED,
    SKIPPED
}
