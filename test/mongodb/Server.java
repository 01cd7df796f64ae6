import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** Listens on a free loopback port, prints it, and ends with its standard input. */
class Server {
    public static void main(String[] arguments) throws Exception {
        MemoryBackend backend = new MemoryBackend();
        backend.version(ServerVersion.MONGO_5_0);
        MongoServer server = new MongoServer(backend);
        System.out.println(server.bind().getPort());
        while (System.in.read() >= 0);
        server.shutdownNow();
    }
}
