import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What is measured: a request of the API, and the script of pgbench with its statements. */
enum Operation {
    PLACE("POST /orders, by a resident for themselves", "bench-resident-", 200) {
        @Override
        String request(String token, int person) {
            String body = """
                    {"service": "home-repair", "site": "371625003010", "need": "厨房的灯坏了，请派人来看一看",
                     "channel": "MINI_PROGRAM", "risksAcknowledged": 1, "urgency": "NORMAL"}""";
            return head("POST", "/orders", token)
                    + "Content-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nContent-Length: "
                    + body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
        }
    },
    READ("GET /orders/{id}, by the resident served", "bench-resident-", 200) {
        @Override
        String request(String token, int person) {
            // Every 200th of the planted orders is this resident's.
            int order = person - 1 + 200 * (1 + ThreadLocalRandom.current().nextInt(499));
            return head("GET", "/orders/019a00dd-0000-75ab-aa40-%012d".formatted(order), token) + "\r\n";
        }
    },
    LIST("GET /orders, the board of 20, by a dispatcher", "bench-dispatcher-", 40) {
        @Override
        String request(String token, int person) {
            return head("GET", "/orders?view=BOARD&limit=20", token) + "\r\n";
        }
    };

    private final String title;
    private final String login;
    private final int people;

    Operation(String title, String login, int people) {
        this.title = title;
        this.login = login;
        this.people = people;
    }

    /** A whole HTTP request of the person with this token and number, from 1 on. */
    abstract String request(String token, int person);

    /** The logins of those who make it, without their number. */
    String login() {
        return login;
    }

    int people() {
        return people;
    }

    String script() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return title;
    }

    private static String head(String method, String path, String token) {
        return method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
    }
}
