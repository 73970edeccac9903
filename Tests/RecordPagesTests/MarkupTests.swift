import JSONText
import RecordPages
import Testing

@Suite struct `The page as HTML` {
    let renderer: PageRenderer

    init() throws {
        renderer = try PageRenderer()
    }

    @Test func `has one h1, the landmarks, and the sentence`() throws {
        let html = renderer.html(try Fixture.page())
        #expect(html.split(separator: "<h1", omittingEmptySubsequences: false).count == 2)
        #expect(html.contains("<main"))
        #expect(html.contains("<strong>Verified.</strong> This record is genuine"))
        #expect(html.contains("lang=\"es\">Primeros auxilios"))
    }

    @Test func `has no inline style and no inline script`() throws {
        let site = Site(isDemonstration: true)
        let pages = [
            renderer.html(try Fixture.page()),
            renderer.html(VerifyPage(site: site, maximumBytes: 1 << 24, problem: .nothingGiven)),
            renderer.html(ErrorPage(site: site, problem: .internalFault)),
        ]
        for html in pages {
            #expect(!html.contains(" style="))
            #expect(!html.contains("<style"))
            #expect(!html.contains("<script>"))
            #expect(!html.contains("{{"))
        }
        #expect(pages[1].contains("This is a demonstration."))
        #expect(pages[2].contains("This is a demonstration."))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"\u{301} onload=\u{301}\"x", "'\u{200D}><q>", "{{name}}",
        "</textarea></pre><!--", "&lt;b&gt;", "\u{202E}gnp.exe",
    ])
    func `hostile text stays text`(text: String) throws {
        let quoted = String(decoding: JSON.string(text).serialized(), as: UTF8.self)
        let record = Fixture.record(
            achievement:
                #"{"name": \#(quoted), "description": \#(quoted), "humanCode": \#(quoted),"#
                + #" "achievementType": "Course", "criteria": {"id": \#(quoted)}}"#,
            subject: #", "role": \#(quoted), "term": \#(quoted), "#
                + #""result": {"value": \#(quoted)}"#)
        let html = renderer.html(try Fixture.page(record))
        #expect(!html.contains("<script>alert"))
        #expect(!html.contains("<q>"))
        #expect(!html.utf8.contains(subsequence: "\"\u{301} onload".utf8))
        let typed = renderer.html(VerifyPage(site: Site(), maximumBytes: 1, typed: text))
        #expect(!typed.contains("<script>alert"))
        #expect(typed.split(separator: "</textarea>").count == 2)
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "https://a@b/", "https://", " https://x/",
    ])
    func `only addresses of the web become links`(address: String) throws {
        let record = Fixture.record(
            achievement: #"{"name": "n", "criteria": {"id": "\#(address)"}}"#)
        let html = renderer.html(try Fixture.page(record))
        #expect(!html.contains("href=\"\(address)"))
    }

    @Test func `every text and number of the file is on the page, also without its source`() throws
    {
        let html = beforeSource(renderer.html(try Fixture.page()))
        var missing: [String] = []
        var queue = [try value(Fixture.record)]
        while let next = queue.popLast() {
            queue += next.elements.map(\.self) + next.members.map(\.value)
            let text = next.string ?? next.numberText
            guard let text, !text.isEmpty, !html.contains(text) else { continue }
            missing.append(text)
        }
        // Said in other words: the standards' own terms, dates, and what only links parts.
        let said: Set = [
            "AchievementSubject", "Achievement", "Result", "ResultDescription", "ClrSubject",
            "IdentityObject", "name", "Association", "isParentOf", "isChildOf", "precedes",
            "LetterGrade", "urn:g", "EndorsementSubject", "Evidence", "Profile",
        ]
        #expect(missing.filter { !said.contains($0) && !$0.hasPrefix("20") } == [])
    }

    @Test func `unknown members at any depth are under more data`() throws {
        let record = Fixture.record(
            achievement: #"{"name": "n", "odd": {"deep": [{"er": "treasure"}]}, "#
                + #""alignment": {"targetName": "t", "extra": "jewel"}, "#
                + #""criteria": {"more": "gold"}, "resultDescription": {"id": "d", "x": "silver"}}"#,
            subject: #", "mood": "pearl", "result": {"resultDescription": "d", "y": "amber"}"#)
        let html = beforeSource(renderer.html(try Fixture.page(record)))
        for text in ["treasure", "jewel", "gold", "silver", "pearl", "amber"] {
            #expect(html.contains(text), "\(text) is lost")
        }
    }

    @Test func `every line of the source has its own address`() throws {
        let html = renderer.html(try Fixture.page("{\"type\":[\"A\",\"B\"]}"))
        #expect(html.contains("id=\"l1\""))
        #expect(html.contains("id=\"l6\""))
        #expect(html.contains("&quot;A&quot;"))
    }

    @Test func `all links within the page lead somewhere`() throws {
        let html = renderer.html(try Fixture.page())
        let targets = html.split(separator: "href=\"#").dropFirst().compactMap {
            $0.split(separator: "\"").first
        }
        for target in targets {
            #expect(html.contains("id=\"\(target)\""), "#\(target) leads nowhere")
        }
    }

    @Test func `a hundred credentials in each other are one page`() throws {
        var text = #"{"credentialSubject": {"achievement": {"name": "innermost"}}}"#
        for _ in 0..<100 {
            text = #"{"credentialSubject": {"verifiableCredential": [\#(text)]}}"#
        }
        let html = renderer.html(try Fixture.page(text, verdict: VerdictView(answer: .failed)))
        #expect(beforeSource(html).contains("innermost"))
    }

    @Test func `style and script are files of our own`() {
        #expect(PageAssets.files.map(\.path) == ["/assets/record.css", "/assets/record.js"])
        for file in PageAssets.files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.utf8.count > 1000)
            #expect(!text.contains("http://") && !text.contains("https://"))
        }
        #expect(PageAssets.contentSecurityPolicy.hasPrefix("default-src 'none'"))
        #expect(!PageAssets.contentSecurityPolicy.contains("unsafe"))
    }
}

extension Sequence where Element == UInt8 {
    fileprivate func contains(subsequence: some Collection<UInt8>) -> Bool {
        let all = Array(self)
        let wanted = Array(subsequence)
        guard all.count >= wanted.count else { return false }
        return (0...all.count - wanted.count).contains { start in
            all[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
