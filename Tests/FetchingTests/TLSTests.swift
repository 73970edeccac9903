import Foundation
import JSONText
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import TestSupport
import Testing

@testable import Fetching

/// A server with a certificate that a test has made.
private struct SecureServer {
    let port: Int
    let certificate: [UInt8]
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup

    init(names: String, versions: (TLSVersion, TLSVersion) = (.tlsv12, .tlsv13)) async throws {
        let folder = Folder()
        try FileManager.default.createDirectory(
            atPath: folder.path, withIntermediateDirectories: true)
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        openssl.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
            "-nodes", "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=\(names)",
            "-keyout", "\(folder.path)/key.pem", "-out", "\(folder.path)/certificate.pem",
        ]
        openssl.standardError = FileHandle.nullDevice
        // Waiting here would keep a thread from the tests beside this one.
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            openssl.terminationHandler = { _ in done.resume() }
            do { try openssl.run() } catch { done.resume(throwing: error) }
        }
        let pem = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/certificate.pem"))
        certificate = [UInt8](pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(certificate).map {
                .certificate($0)
            },
            privateKey: .privateKey(
                try NIOSSLPrivateKey(file: "\(folder.path)/key.pem", format: .pem)))
        (configuration.minimumTLSVersion, configuration.maximumTLSVersion) = versions
        let context = try NIOSSLContext(configuration: configuration)
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLServerHandler(context: context))
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(Answering())
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    func end() async throws {
        try await channel.close().get()
        try await group.shutdownGracefully()
    }

    private final class Answering: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard case .end = unwrapInboundIn(data) else { return }
            let headers: HTTPHeaders = ["Content-Type": "application/json", "Content-Length": "2"]
            let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(
                wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: "{}")))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}

@Suite(.serialized) struct `A certificate` {
    private func fetch(
        _ server: SecureServer, host: String = "records.example", isTrusted: Bool
    ) async throws -> Result<String, FetchError> {
        let named = try #require(NamedHost("\(host):\(server.port)"))
        let limits = testLimits()
        let fetcher = try Fetcher(
            policy: FetchPolicy(namedHosts: [named]), limits: limits,
            resolver: ScriptedResolver([host: [["127.0.0.1"]]]),
            trusting: isTrusted ? server.certificate : [], clock: { 0 })
        do throws(FetchError) {
            let document = try await fetcher.document(
                at: Text("https://\(host):\(server.port)/did.json"), as: .keys,
                FetchAllowance(limits))
            return .success(String(decoding: document.bytes, as: UTF8.self))
        } catch {
            return .failure(error)
        }
    }

    @Test func `that is trusted and names the host opens the way`() async throws {
        let server = try await SecureServer(names: "DNS:records.example,IP:127.0.0.1")
        #expect(try await fetch(server, isTrusted: true).text == "{}")
        #expect(try await fetch(server, host: "127.0.0.1", isTrusted: true).text == "{}")
        try await server.end()
    }

    @Test func `that nobody vouches for does not`() async throws {
        let server = try await SecureServer(names: "DNS:records.example")
        guard case .certificate = try await fetch(server, isTrusted: false).error else {
            Issue.record("a stranger was trusted")
            return
        }
        try await server.end()
    }

    @Test func `for another host does not`() async throws {
        let server = try await SecureServer(names: "DNS:elsewhere.example,IP:127.0.0.2")
        for host in ["records.example", "127.0.0.1"] {
            guard case .certificate = try await fetch(server, host: host, isTrusted: true).error
            else {
                Issue.record("\(host) was taken for another")
                return
            }
        }
        try await server.end()
    }

    @Test func `under an old version of TLS does not`() async throws {
        let server = try await SecureServer(
            names: "DNS:records.example", versions: (.tlsv1, .tlsv11))
        guard case .certificate = try await fetch(server, isTrusted: true).error else {
            Issue.record("TLS 1.1 was spoken")
            return
        }
        try await server.end()
    }

    @Test func `does not follow where https leads to http`() async throws {
        let plain = try HostileServer(answer: answer("{}"))
        let target = try FetchTarget(
            "https://university.example/", FetchPolicy(), FetchLimits())
        #expect(target.isSecure)
        let fetcher = try Fetcher(
            policy: FetchPolicy(
                namedHosts: [try #require(NamedHost("127.0.0.1:\(plain.port)"))]), clock: { 0 })
        var fault: FetchError?
        do throws(FetchError) {
            _ = try fetcher.next("http://127.0.0.1:\(plain.port)/", after: target)
        } catch {
            fault = error
        }
        #expect(fault == .redirectToInsecure(host: "127.0.0.1"))
    }
}
