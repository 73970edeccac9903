extension MemberTable {
    /// Open Badges 2.0 to Open Badges 3.0: what has a place of its own there (section 7.2).
    static let badge2 = MemberTable(
        """
        class Assertion
        issuedOn validFrom date
        expires validUntil date
        class Endorsement
        issuedOn validFrom date
        issuer issuer link Profile
        class AchievementSubject
        badge achievement one Achievement
        narrative narrative same
        image image image
        class Achievement
        name name same
        description description same
        image image image
        criteria criteria link Criteria
        alignment alignment each Alignment
        tags tag list
        related related each Related
        version version text
        @language inLanguage same
        class Related
        id id same
        version version text
        @language inLanguage same
        class Criteria
        id id same
        narrative narrative same
        class Alignment
        targetName|name targetName same
        targetUrl|url targetUrl same
        targetDescription|description targetDescription same
        targetFramework targetFramework same
        targetCode targetCode same
        class Image
        id id same
        caption caption same
        class Profile
        id id same
        name name same
        url url same
        email email same
        telephone phone same
        description description same
        image image image
        """)
}
