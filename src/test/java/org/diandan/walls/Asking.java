package org.diandan.walls;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.walls.Matrix.Question;

/** Asks a question of the matrix as everybody; nothing that is done remains. */
final class Asking {

    private static final Pattern NAME = Pattern.compile("\\$([A-Za-z]+)");
    private static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 3, 4, 5};

    private final Walls walls;
    private final Map<Who, Api> apis = new EnumMap<>(Who.class);
    private final List<String> leaks = new ArrayList<>();

    Asking(Walls walls) {
        this.walls = walls;
        for (Who who : Who.values()) {
            apis.put(
                    who,
                    who == Who.ANONYMOUS ? Api.anonymous() : walls.caller(who).api());
        }
    }

    /** The cells of a row: the status, and a letter for each of name, phone, address and circumstances that is read. */
    List<String> everybody(Question question, Relation relation) {
        List<String> cells = new ArrayList<>();
        for (Who who : Who.values()) {
            Answer answer = ask(who, question, relation);
            cells.add(cell(answer, question, relation));
            // Whoever takes up an invitation is a proxy from then on, wherever the resident lives.
            if (!question.operation().equals("acceptInvitation")) {
                lookForLeaks(who, answer);
            }
        }
        return cells;
    }

    /** The answers in which somebody read what is private where they have no business. */
    List<String> leaks() {
        return leaks;
    }

    /** In everything that is answered: lists, counts, what another has written, what is said of an error. */
    private void lookForLeaks(Who who, Answer answer) {
        for (Relation relation : Relation.values()) {
            Place place = walls.at(relation);
            boolean leaks = who.mayReadOfStaff() ? place.tellsOfResidents(answer.text()) : place.isIn(answer.text());
            if (leaks && !who.mayReadOf(relation)) {
                this.leaks.add(who + " reads of " + place.mark() + " in " + answer);
            }
        }
    }

    private String cell(Answer answer, Question question, Relation relation) {
        StringBuilder cell = new StringBuilder().append(answer.status());
        if (question.hasObject()) {
            walls.at(relation).contact().forEach((letter, told) -> {
                if (answer.text().contains(told)) {
                    cell.append(letter);
                }
            });
        }
        return cell.toString();
    }

    /** Asks as this caller, whatever it is about lying there. */
    Answer ask(Who who, Question question, Relation relation) {
        return ask(apis.get(who), who, question, relation);
    }

    Answer ask(Api caller, Who who, Question question, Relation relation) {
        return ask(caller.with(DryRun.HEADER, "1").with("If-Match", "*"), who, question, walls.at(relation));
    }

    /** Asks with whatever else this caller sends. */
    static Answer ask(Api api, Who who, Question question, Place place) {
        String path = resolved(question.path(), place, who);
        return switch (question.body()) {
            case "" -> api.send(question.method(), path, BodyPublishers.noBody());
            case "JPEG" -> send(api, "image/jpeg", question, path, BodyPublishers.ofByteArray(PHOTO));
            case "CSV" -> send(api, "text/csv", question, path, BodyPublishers.ofString("code,name\n"));
            default -> {
                String body = resolved(question.body(), place, who);
                yield send(api, "application/json", question, path, BodyPublishers.ofString(body));
            }
        };
    }

    private static Answer send(Api api, String type, Question question, String path, BodyPublisher body) {
        return api.with("Content-Type", type).send(question.method(), path, body);
    }

    /** The address that a question asks at, about this place. */
    static String path(Question question, Place place) {
        return resolved(question.path(), place, Who.ANONYMOUS);
    }

    /** The body of a question about this place. */
    static String body(Question question, Place place) {
        return resolved(question.body(), place, Who.ANONYMOUS);
    }

    /** Attempts to sign in are counted: each caller is somebody else. */
    private static String resolved(String text, Place place, Who who) {
        return NAME.matcher(text).replaceAll(found -> {
            String name = found.group(1);
            return Matcher.quoteReplacement(name.equals("caller") ? "%02d".formatted(who.ordinal()) : place.get(name));
        });
    }
}
