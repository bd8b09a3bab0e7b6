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
 * Arguments: Neo4j's home folder, the Bolt port, which names the file of settings in it, and the owner's process id,
 * which only others read from the command line.
 * Standard input: the password as one line; its end means that the owner stopped or died, and stops the server.
 * Standard output: the line READY as soon as the server can be logged in to.
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
            // The server's own threads would keep a process alive that never gets ready.
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
        // Replaced at every start, so that the password file is right even when a start was killed before this line.
        // On a busy machine the first transaction takes longer than the time that the settings give to each.
        server.database("system").executeTransactionally(
            "CREATE OR REPLACE USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED",
            Map.of("password", password), result -> null, Duration.ofMinutes(2));
        System.out.println("READY");
        Thread.currentThread().join();
    }

    /** Watches from the first moment on, as the owner may also die while the server is still starting. */
    private static void stopWithOwner(BufferedReader owner) {
        var watch = new Thread(() -> {
            try {
                while (owner.readLine() != null) {
                    // The owner has nothing more to say; only the end of its pipe matters.
                }
            } catch (IOException brokenPipe) {
                // Means the same as the end.
            }
            System.exit(0);
        }, "owner-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
