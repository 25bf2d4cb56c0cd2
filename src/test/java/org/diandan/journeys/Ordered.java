package org.diandan.journeys;

import java.util.ArrayList;
import java.util.List;

/** An order as its client knows it: what the program must say of it, after whatever happened to the program. */
final class Ordered {

    /** What the clients do, by the names in the history. */
    enum Move {
        PLACE,
        TAKE_ON,
        ASK,
        ANSWER,
        REFUSE,
        HOLD,
        RESUME,
        CANCEL
    }

    private final String id;
    private final boolean urgent;
    private final List<String> history = new ArrayList<>();
    private String state = "SUBMITTED";
    private String heldIn = state;

    /** As it is when it was placed. */
    Ordered(String id, boolean urgent) {
        this.id = id;
        this.urgent = urgent;
        history.add(Move.PLACE + " " + state);
    }

    String id() {
        return id;
    }

    String state() {
        return state;
    }

    /** The transitions, each by its name and the state it led to. */
    List<String> history() {
        return history;
    }

    int steps() {
        return history.size();
    }

    /** Tells whether the short time limit has nobody to stop it. */
    boolean waitsForFirstLook() {
        return urgent && state.equals("SUBMITTED");
    }

    /** Tells whether the first look stands still; a task that was opened before may still be open. */
    boolean isPaused() {
        return state.equals("ON_HOLD") || state.equals("NEEDS_INFO");
    }

    /** What may come next; nothing when it has ended. */
    List<Move> open() {
        return switch (state) {
            case "SUBMITTED" -> List.of(Move.TAKE_ON, Move.ASK, Move.HOLD, Move.CANCEL, Move.REFUSE);
            case "NEEDS_INFO" -> List.of(Move.ANSWER, Move.ANSWER, Move.HOLD, Move.CANCEL);
            case "ROUTING" -> List.of(Move.HOLD, Move.HOLD, Move.CANCEL);
            case "ON_HOLD" -> List.of(Move.RESUME, Move.RESUME, Move.CANCEL);
            default -> List.of();
        };
    }

    /** It moved, and the client was told so. */
    void moved(Move move) {
        String from = state;
        state = switch (move) {
            case PLACE, ANSWER -> "SUBMITTED";
            case TAKE_ON -> "ROUTING";
            case ASK -> "NEEDS_INFO";
            case REFUSE -> "REJECTED";
            case HOLD -> "ON_HOLD";
            case RESUME -> heldIn;
            case CANCEL -> "CANCELLED";
        };
        heldIn = move == Move.HOLD ? from : heldIn;
        history.add(move + " " + state);
    }
}
