import ArgumentParser
import Credentials
import DIDs
import Demonstration
import Fetching
import Foundation
import JSONText
import KeyMaterial
import Logging
import RecordAPI
import SQLiteStorage
import Storage
import Verification

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves records, their pages, and the page that verifies anything.",
        discussion: """
            Every flag can also be set by a variable of the environment (CLR_PORT for --port, and \
            so on) or by a member of a configuration file (--config); a flag comes before the \
            environment, and that before the file. Ends cleanly on SIGINT and SIGTERM.
            """)

    @Flag(help: "Fill an empty store with the demonstration institution, and serve it.")
    var demo = false

    @Option(help: "The address to listen on (CLR_HOST; default 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen on; 0 takes any that is free (CLR_PORT; default 8080).")
    var port: String?

    @Option(help: "How others reach the server (CLR_PUBLIC_URL; default where it listens).")
    var publicURL: String?

    @Option(help: "The data folder (CLR_DATA; default .data, or .data/demo with --demo).")
    var data: String?

    @Option(help: "sqlite:PATH (CLR_DATABASE; default clr.sqlite in the data folder).")
    var database: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical (CLR_LOG_LEVEL).")
    var logLevel: String?

    @Option(help: "A configuration file: a JSON object with these flags' names (CLR_CONFIG).")
    var config: String?

    @Option(help: "The file of the trust policy (CLR_TRUST).")
    var trust: String?

    @Flag(help: "Print where the server is reached as one line of JSON first.")
    var json = false

    @OptionGroup var documents: DocumentOptions

    func run() async throws {
        let settings = try ServeSettings(
            flags: [
                "host": host, "port": port, "public-url": publicURL, "data": data,
                "database": database, "log-level": logLevel, "trust": trust,
                "online": documents.network.online ? "true" : documents.offline ? "false" : nil,
            ], configurationFile: config, isDemonstration: demo)
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "clr")
        logger.logLevel = settings.logLevel
        let store = try await open(settings)
        let tenant = store.tenant(.main)
        let clock = try Clock.reading(nil)
        var configuration = ServerConfiguration(
            store: tenant, probe: { () throws(StorageError) in try await store.probe() },
            clock: clock, elsewhere: try elsewhere(settings), publicURL: settings.publicURL,
            isOnline: settings.isOnline, logger: logger)
        configuration.trust = try TrustFile.policy(settings.trustPath)
        if demo { configuration.demonstration = try await fill(tenant, settings, clock) }
        try await serve(configuration, settings)
        do {
            try await store.close()
        } catch {
            throw Stop(.fault, "the store did not close: \(error)")
        }
    }

    /// The catalogs, and after them the network where the settings let the server go out.
    private func elsewhere(_ settings: ServeSettings) throws -> any DocumentSource {
        let catalog = CatalogSource(try documents.documents())
        let fetcher = try documents.network.fetcher(
            isOnline: settings.isOnline, folder: settings.fetchedPath)
        return fetcher.map { SourceChain([catalog, FetchingSource($0)]) } ?? catalog
    }

    private func open(_ settings: ServeSettings) async throws -> SQLiteStore {
        do {
            return try await SQLiteStore(path: settings.databasePath)
        } catch {
            throw Stop(.cannotTell, error.description)
        }
    }

    private func fill(
        _ tenant: any TenantStore, _ settings: ServeSettings,
        _ clock: @escaping @Sendable () -> Timestamp
    ) async throws -> DemonstrationNotice {
        let seeding = Seeding(
            store: tenant, wrapping: try settings.wrappingKey(), publicURL: settings.publicURL,
            clock: clock, randomness: Randomness.octets)
        do {
            if try await seeding.run() == .filled {
                Console.say("The demonstration institution was made in \(settings.databasePath).")
            }
        } catch {
            throw Stop(.cannotTell, error.description)
        }
        let demonstration = Demonstration(publicURL: settings.publicURL)
        return DemonstrationNotice(
            learnerName: demonstration.learner.name,
            learnerUsername: demonstration.learnerUsername,
            learnerPassword: demonstration.learnerPassword,
            introductions: demonstration.introductions)
    }

    private func serve(
        _ configuration: ServerConfiguration, _ settings: ServeSettings
    ) async throws {
        let server = try RecordServer(configuration)
        let application = server.application(host: settings.host, port: settings.port) { _, _ in
            announce(server, configuration)
        }
        do {
            try await application.runService()
        } catch {
            throw Stop(
                .cannotTell,
                "the server could not listen on \(settings.host):\(settings.port), or had to stop: "
                    + "\(error). Is another program listening there? --port names another port.")
        }
    }

    private func announce(_ server: RecordServer, _ configuration: ServerConfiguration) {
        if json {
            let line: JSON =
                configuration.demonstration?.json(url: server.url)
                ?? ["url": .string(server.url)]
            Console.answer(line.serialized())
        } else {
            Console.answer("Open \(server.url) in a browser. Ctrl-C ends the server.")
        }
    }
}
