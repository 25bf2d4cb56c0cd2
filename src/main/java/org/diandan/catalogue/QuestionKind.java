package org.diandan.catalogue;

/** What an answer to a question is. */
public enum QuestionKind {
    TEXT,
    /** The code of one of the question's options. */
    CHOICE,
    NUMBER,
    BOOLEAN
}
