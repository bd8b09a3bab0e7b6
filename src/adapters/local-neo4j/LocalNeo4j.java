import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Runs one Neo4j server for the process that started it, its owner.
 *
 * Arguments: Neo4j's home folder, the Bolt port, which is part of the settings file's name, and the owner's process id,
 * which other processes read from the command line.
 * Standard input: the password as one line. Its end means that the owner stopped or died; the server then stops.
 * Standard output: the line READY once the server accepts logins.
 */
public final class LocalNeo4j {
    public static void main(String[] args) throws IOException, InterruptedException {
        var owner = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var password = owner.readLine();
        if (password == null) {
            return;
        }
        stopWithOwner(owner);
        try {
            serve(args, password);
        } catch (RuntimeException failure) {
            // The server's threads would keep a process alive that never becomes ready.
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static void serve(String[] args, String password) throws InterruptedException {
        var home = Path.of(args[0]);
        var server = new DatabaseManagementServiceBuilder(home)
            .loadPropertiesFromFile(home.resolve("neo4j-" + args[1] + ".conf"))
            .build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        // Replaced at every start, so the password file is valid even if an earlier start was killed before this line.
        // On a busy machine the first transaction takes longer than the settings' transaction timeout.
        server.database("system").executeTransactionally(
            "CREATE OR REPLACE USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED",
            Map.of("password", password), result -> null, Duration.ofMinutes(2));
        System.out.println("READY");
        Thread.currentThread().join();
    }

    /** Watches from the beginning, because the owner may die while the server is still starting. */
    private static void stopWithOwner(BufferedReader owner) {
        var watch = new Thread(() -> {
            try {
                while (owner.readLine() != null) {
                    // The owner sends no more input; only the end of its pipe matters.
                }
            } catch (IOException brokenPipe) {
                // An error means the same as the end.
            }
            System.exit(0);
        }, "owner-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
