/** The English twin of the German notice; the German wording is the binding one. */
export const PRIVACY_EN = `> [!IMPORTANT]
> This text is a template. It describes what the software does. The operator fills in everything in double square brackets and has the whole checked by the data protection officer. The German version is binding.

This notice says which personal data we process when you read this platform or take part in it, what for, for how long, and which rights you have.

## The essentials

- Without an account you read public content and we do not recognise you again.
- There is no advertising, no analysis of your behaviour, and nothing is loaded from other servers.
- What stands in closed spaces is read by their members only.
- You have the right to see your data, to take them away and to have them deleted at any time.

## Controller

[[Name and address of the controller]], telephone [[telephone number]], e-mail [[e-mail address]]

**Data protection officer:** [[name or office, address, e-mail address]]

## Which data, what for, on which basis

| Occasion | Data | Purpose | Legal basis |
| --- | --- | --- | --- |
| Opening a page | IP address, time, address opened, technical message | operation, defence against attacks | [[for example Art. 6(1)(e) or (f) GDPR]] |
| Registration | name, e-mail address, password (as a check value only), wished role | setting up and checking the account | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Agreeing to the house rules, taking note of this notice | version and time | proof | [[for example Art. 6(1)(c) GDPR]] |
| Contact data sheet | organisation, office, municipality, state, telephone, topics, words about yourself | finding mentors and mentees who fit | [[for example Art. 6(1)(a), (b) or (e) GDPR]] |
| Asking for access to a space | message, answers, decision with reason | decision of the moderators | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Writing and editing | tips, discussions, posts, earlier versions, drafts, times; whom you mention and whom you quote | exchange of knowledge, traceability | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Reactions to posts and tips | which, to what, when; others see the number only | feedback to those who write | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Reading discussions | for each discussion, up to which post and when you last read; nobody else sees it | showing what is new for you | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Polls with names | your choice and the time; members of the programme who read the discussion see your name | opinions | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Anonymous polls | your choice under a check value, without name, account and time | opinions, without anybody voting twice | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Tips made of discussions | which of your words were chosen, your consent, whether you want to be named | passing your words on with your consent only | [[for example Art. 6(1)(a) GDPR]] |
| Bookmarks | what you keep, your note, the day of the reminder; visible to you alone | finding again, reminding | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Signing in, sessions | session identifier, time, kind of device, network address | security; you see and end your sessions yourself | [[for example Art. 6(1)(b) or (f) GDPR]] |
| Notices of what is new | of what, for which reason, when, whether read; titles and texts are not stored with them. Besides, whom or what you follow, your quiet hours and pauses | telling you what concerns you | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Mails of the platform | address, text of the mail until it is sent; after that its kind and time | telling you what concerns you | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Mails that cannot be delivered | check value of the address, time, the mail server’s error code | sending no more to addresses that do not exist; telling you and the coordinators | [[for example Art. 6(1)(b) or (f) GDPR]] |
| Feeds that you set up | space, check value of the secret address, last day it was read | showing what is new in your feed reader | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Searching | words without a hit, **not linked to you** | improving what is on offer | no personal data |
| Report of content | reason, your words, who reported, decision | looking into breaches of the rules | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Report of unlawful content without an account | name, e-mail address, reasons, decision | dealing with unlawful content, telling of receipt and decision | [[for example Art. 6(1)(c) GDPR]] |
| Moderation of what you write | decisions with reasons, your objection, measures for a time, number of your items without objection in each space | keeping the rules, decisions that can be reviewed | [[for example Art. 6(1)(b) or (c) GDPR]] |

You need not give anything marked as voluntary. Without an e-mail address and a password there can be no account; without the required entries of the contact data sheet we cannot decide on your admission.

### Search words

Words without a hit are counted in total. Who searched is not stored. Coordinators see such a word only when several people have searched for it.

### Who sees what

Every page says who can read it. You decide field by field who sees your profile, as far as the coordinators allow. Coordinators enter closed spaces only in a separate, logged step of which the space's moderators are told.

Who reports something is named to the space's moderators, never to the person whose text it is about. Nobody sees the e-mail address of a report without an account. The text of a deleted post is read by the space's moderators only, who can bring it back when asked, until it is deleted for good after 90 days.

Mails about closed and hidden spaces only say that there is something new, unless the space's moderators decide otherwise; the same rule holds for feeds. Whoever knows the address of your feed can read it; you can end it at any time. If you read feeds with a provider on the web, that provider learns what they say.

### Anonymous polls

So that nobody votes twice, a check value is made of your account with a secret key of the server. It alone stands with your choice. It is shown to nobody; without the key it does not lead back to you.

## Cookies and storage in the browser

We set one cookie only, which is technically necessary for signing in. It holds a random identifier and ends with the session or at its maximum age. Open pages hear over a standing connection that something has changed; nothing is stored in doing so. Your browser keeps settings you have chosen, and drafts while there is no connection. Both are strictly necessary for the service you asked for, so no consent is required.

## Recipients

- the people to whom you make something visible
- coordinators and moderators as far as their tasks go
- [[computing centre or operator, with address]] as processor
- [[mail delivery service, with address]] as processor

Data are [[not transferred / transferred only as follows]] to countries outside the European Union. Database and search run on servers of the operator or its processors.

## For how long

| Data | Period |
| --- | --- |
| Server logs | 14 days |
| unconfirmed registrations | [[number of days]] |
| declined or unfinished admissions | [[period]] |
| sessions | until you sign out, else until their maximum age |
| links for confirming and resetting | until used or expired |
| account and profile | until the account is deleted or the programme ends |
| published tips, discussions and posts with their versions | until deleted; after deletion of the account as described below |
| text of deleted posts | 90 days after the deletion; where a report or an objection is pending, until it is decided |
| what moderators hid or did not release: discussions, posts, polls, tips with all versions | 366 days after the decision; where an objection is pending, until it is decided; tips that you go on writing, until 90 days after the last change |
| former versions of posts | 1096 days (three years) after they were replaced |
| drafts | until you send or discard them; texts of tips that were put aside 90 days |
| reactions, read marks, bookmarks, feeds, choices about notices | until you remove them, at the longest until the account is deleted |
| votes in polls with names | until you change them, at the longest until the account or the discussion is deleted |
| votes in anonymous polls | as long as the discussion |
| notices | 180 days |
| record of mails sent, errors of delivery | 30 days |
| stop on an address that cannot be reached | until it is lifted or the account is deleted |
| name and e-mail address from reports without an account | 183 days after the decision |
| who reported and in what words | 366 days after the decision |
| moderators' decisions, objections, ended measures | 1096 days (three years) after decision or end |
| backups | [[period]], then overwritten |

You delete your account yourself under “Account”, or the coordinators do it at your request. You are then signed out everywhere at once and others no longer see you. For 14 days you can keep the account by signing in again. After that the next nightly run deletes it for good:

- **Deleted** are name, e-mail address, password, contact data sheet, roles, sessions, memberships, requests with their messages and answers, invitations in your name, messages of the registration, unpublished drafts, versions, discussions and posts, the texts of deleted posts, reactions, read marks, votes in polls with names, notices and choices about them, bookmarks, feeds, your words in reports and objections, measures against you, notes on tips, and mails that still wait to be sent.
- **Staying without your name** are published tips, handbooks, discussions and posts with their versions (“former member”), also where others mentioned or quoted you there, votes in anonymous polls, moderators' decisions, the record of which act happened when, with the reason given there, and as proof the last consent to each text.
- **Shared drafts** stay with the other authors.

Whoever alone moderates a space or coordinates the programme hands that over first. Backups hold the data until they are overwritten. Should one have to be put back, accounts that were deleted for good since then are deleted once more before anybody can sign in again; for that we keep their random identifier, without name or address.

## Your rights

You have the right to

- **access** and a copy of your data,
- **rectification** of wrong entries,
- **erasure** and **restriction** of processing,
- **data portability** in a machine-readable format,
- **object**, on grounds relating to your situation, to processing based on public or legitimate interest,
- **withdraw** a consent at any time for the future.

You see and withdraw consents yourself under “Account”, with version and date. After a withdrawal the coordinators close your account. There you also download a copy of your data as a machine-readable file. There you delete your account, too. For further access turn to the office named above. We answer within one month.

**Complaint:** you can complain to a data protection authority. In charge of us is [[name, address and web address of the authority]].

## No automated decisions

People decide on admission, access and moderation. There is no profiling. Where a space wants it so, the software holds back first posts of new members and texts with certain words until a moderator has looked at them; you are told so when you write.

## Security

The connection is encrypted. We keep passwords only as a check value made by Argon2id. Access is limited by role and checked anew at each request.

## Changes

This notice carries a version and a date. When its content changes so that your consent is needed anew, we ask you for it at your next visit to the start page.`;
