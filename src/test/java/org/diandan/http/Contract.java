package org.diandan.http;

final class Contract {
    private Contract() {}

    static void check(String method, String path, Answer answer) {}
}
