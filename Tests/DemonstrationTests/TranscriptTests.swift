import JSONText
import Testing

@testable import Demonstration

@Suite struct `The demonstration's transcript` {
    @Test func `has fourteen courses in four terms`() {
        #expect(Course.all.count == 14)
        for term in Course.Term.allCases {
            #expect(Course.all.contains { $0.term == term })
        }
    }

    @Test func `has credits that add up to the degree's`() {
        let counted = Story.associations.filter {
            $0.kind == .isPartOf && $0.target.slug == "degree"
        }
        let tenths = counted.map { GradePoints.tenths($0.source.creditsAvailable ?? "") }
        #expect(tenths.reduce(0, +) == 1_200)
        #expect(Story.degree.creditsEarned == "120")
        #expect(Story.degree.achievement.creditsAvailable == "120")
    }

    @Test func `has thirty credits in every term`() {
        let taken = Story.courses + [Story.transferred]
        for term in Course.Term.allCases {
            let tenths = taken.filter { $0.term == term.rawValue }
                .map { GradePoints.tenths($0.creditsEarned ?? "") }
            #expect(tenths.reduce(0, +) == 300)
        }
    }

    /// (7.5 · 46.0 + 15 · 4.0) / 112.5, reckoned by hand.
    @Test func `has the average of its grades`() {
        #expect(GradePoints.average(of: Course.all) == "3.60")
    }

    @Test func `has only grades of its scale`() {
        for course in Course.all {
            #expect(ResultPlan.grades.contains(course.grade))
        }
    }

    @Test func `has dates in order`() {
        for award in Story.awards + [Story.revoked, Story.expired] {
            if let began = award.began, let ended = award.ended {
                #expect(Text(began) < Text(ended))
                #expect(Text(ended) <= Text(award.awarded))
            }
            if let end = award.validUntil { #expect(Text(award.awarded) < Text(end)) }
        }
    }

    @Test func `has the same identifiers every time`() {
        #expect(storyID("record") == "urn:uuid:4e4796c6-491d-88a7-97a1-a8c2bb1d332d")
    }
}
