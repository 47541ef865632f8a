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
| Writing and editing | texts, earlier versions, drafts, files, times | exchange of knowledge, traceability | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Signing in, sessions | session identifier, time, kind of device, network address | security; you see and end your sessions yourself | [[for example Art. 6(1)(b) or (f) GDPR]] |
| Mails of the platform | address, text of the notice | telling you what concerns you | [[for example Art. 6(1)(b) or (e) GDPR]] |
| Searching | words without a hit, **not linked to you** | improving what is on offer | no personal data |
| Notice of unlawful content | notice, address if given, decision | dealing with unlawful content | [[for example Art. 6(1)(c) GDPR]] |

You need not give anything marked as voluntary. Without an e-mail address and a password there can be no account; without the required entries of the contact data sheet we cannot decide on your admission.

### Search words

Words without a hit are counted in total. Who searched is not stored. Coordinators see such a word only when several people have searched for it.

### Who sees what

Every page says who can read it. You decide field by field who sees your profile, as far as the coordinators allow. Administrators enter closed spaces only in a separate, logged step of which the space's moderators are told.

## Cookies and storage in the browser

We set one cookie only, which is technically necessary for signing in. It holds a random identifier and ends with the session or at its maximum age. Your browser keeps settings you have chosen, and drafts while there is no connection. Both are strictly necessary for the service you asked for, so no consent is required.

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
| published contributions and their versions | until deleted; after deletion of the account as described below |
| moderators' decisions | [[period]] |
| backups | [[period]], then overwritten |

You delete your account yourself under “Account”, or the coordinators do it at your request. You are then signed out everywhere at once and others no longer see you. For 14 days you can keep the account by signing in again. After that the next nightly run deletes it for good:

- **Deleted** are name, e-mail address, password, contact data sheet, roles, sessions, memberships, requests with their messages and answers, invitations in your name, messages of the registration, unpublished drafts and versions, notes on tips, and mails that still wait to be sent.
- **Staying without your name** are published tips and handbooks with their versions (“former member”), the record of which act happened when, with the reason given there, and as proof the last consent to each text.
- **Shared drafts** stay with the other authors.

Whoever alone moderates a space or coordinates the programme hands that over first. Backups hold the data until they are overwritten.

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

People decide on admission, access and moderation. There is no profiling.

## Security

The connection is encrypted. We keep passwords only as a check value made by Argon2id. Access is limited by role and checked anew at each request.

## Changes

This notice carries a version and a date. When its content changes so that your consent is needed anew, we ask you for it at your next visit to the start page.`;
