import type { Actor, Person } from './actor';
import type { CityRole } from './roles';

/** The little a permission may ask about a thing; without a subject the question is "could this actor ever?". */
export type Subject = {
  /** The organisation the thing belongs to. */
  organisationId?: string | null;
  /** The person the thing belongs to. */
  personId?: string | null;
  /** Organisations that make a joint offer with that one. */
  coOrganisations?: readonly string[];
  /** People invited to this one offer: those who may write in it, and those who may read and advise. */
  helpers?: readonly string[];
  mentors?: readonly string[];
  /** People who sit in the committee of the call. */
  committee?: readonly string[];
  /** Those of them who declared themselves free of conflict. */
  cleared?: readonly string[];
  /** Whether everybody may see the thing. */
  public?: boolean;
  /** Whether the thing was handed in, so that the City may see it. */
  handedIn?: boolean;
};

type Rule = (actor: Actor, subject?: Subject) => boolean;

const everyone: Rule = () => true;
const nobody: Rule = () => false;
const portalItself: Rule = (actor) => actor.kind === 'system';
const person = (test: (person: Person, subject?: Subject) => boolean): Rule => (actor, subject) =>
  actor.kind === 'person' && test(actor, subject);
const signedIn = person(() => true);
const city = (...roles: CityRole[]) => person(({ roles: own }) => roles.some((role) => own.includes(role)));
const cityDesk = city('officer', 'head', 'mayor', 'finance', 'inspector', 'auditor');
const ofOrganisation = (test: (membership: Person['memberships'][number]) => boolean) =>
  person(({ memberships }, subject) =>
    memberships.some((membership) => (!subject || membership.organisationId === subject.organisationId) && test(membership)),
  );
const member = ofOrganisation(() => true);
const coMember = person(({ memberships }, subject) => memberships.some(({ organisationId }) => !!subject?.coOrganisations?.includes(organisationId)));
const helper = person(({ id }, subject) => !subject || !!subject.helpers?.includes(id));
const mentor = person(({ id }, subject) => !subject || !!subject.mentors?.includes(id));
const editor = ofOrganisation(({ role }) => role !== 'viewer');
const owner = ofOrganisation(({ role }) => role === 'owner');
const signatory = ofOrganisation(({ signatory }) => signatory);
const oneself = person(({ id }, subject) => !subject || subject.personId === id);
const mayBeAppointed = city('committee_member', 'officer', 'head');
const inCommittee: Rule = (actor, subject) => mayBeAppointed(actor) && (!subject || (actor.kind === 'person' && !!subject.committee?.includes(actor.id)));
const clearedMember: Rule = (actor, subject) => mayBeAppointed(actor) && (!subject || (actor.kind === 'person' && !!subject.cleared?.includes(actor.id)));
const shown: Rule = (_actor, subject) => subject?.public ?? true;
const handedInToCity: Rule = (actor, subject) => cityDesk(actor) && (subject?.handedIn ?? true);
const any = (...rules: Rule[]): Rule => (actor, subject) => rules.some((rule) => rule(actor, subject));

/** Who may do what: the one table every page, command, file, feed and mail asks. */
export const policy = {
  'public.read': everyone,

  'audit.read': city('head', 'auditor', 'admin', 'dpo'),

  'account.signUp': everyone,
  'account.signIn': everyone,
  'account.confirm': everyone,
  'account.reset': everyone,
  'account.signOut': signedIn,
  'account.own': oneself,
  'person.grantRole': city('admin'),
  'person.list': city('admin'),
  'desk.read': signedIn,
  'indicator.keep': city('officer', 'head'),
  'office.read': any(cityDesk, city('admin', 'dpo')),

  'file.attach': any(editor, helper, oneself),
  'file.read': any(member, coMember, helper, mentor, handedInToCity, clearedMember, oneself),
  'file.remove': any(editor, helper, oneself),
  'file.scan': portalItself,
  'file.tidy': portalItself,

  'components.read': any(cityDesk, city('admin')),

  'organisation.read': any(shown, member, cityDesk),
  'organisation.register': signedIn,
  'organisation.edit': editor,
  'organisation.submit': owner,
  'organisation.editServices': editor,
  'organisation.editPlaces': editor,
  'organisation.setLogo': editor,
  'organisation.hide': editor,
  'organisation.showAgain': owner,
  'organisation.verify': city('officer', 'head'),
  'organisation.return': city('officer', 'head'),
  'organisation.import': portalItself,
  'organisation.seeImports': city('officer', 'head'),
  'organisation.importFile': city('officer'),
  'organisation.undoImport': city('officer', 'head'),
  'organisation.askRegister': any(portalItself, city('officer', 'head')),
  'register.ask': any(portalItself, signedIn),
  'patronage.propose': editor,
  'patronage.answer': any(owner, signatory),
  'patronage.end': any(owner, signatory),
  'organisation.members': member,
  'organisation.invite': owner,
  'organisation.removeMember': owner,
  'invitation.accept': signedIn,
  'organisation.changeRole': owner,
  'organisation.leave': member,
  'organisation.confirm': editor,
  'organisation.remind': portalItself,
  'organisation.setAside': city('officer', 'head'),
  'organisation.restore': city('officer', 'head'),
  'organisation.merge': city('officer', 'head'),
  'change.request': owner,
  'change.decide': city('officer', 'head'),
  'claim.make': signedIn,
  'claim.withdraw': oneself,
  'claim.decide': city('officer', 'head'),
  'suggestion.make': everyone,
  'suggestion.answer': city('officer', 'head'),
  'search.save': everyone,
  'search.tell': portalItself,
  'handOver.propose': city('officer'),
  'handOver.confirm': city('officer', 'head'),
  'handOver.object': everyone,
  'handOver.finish': portalItself,

  'consultation.read': any(shown, cityDesk),
  'consultation.comment': everyone,
  'consultation.confirmComment': everyone,
  'consultation.draft': city('officer', 'head'),
  'consultation.open': city('officer', 'head'),
  'consultation.close': any(portalItself, city('officer', 'head')),
  'consultation.moderate': city('officer', 'head'),
  'consultation.answer': city('officer', 'head'),
  'consultation.publishReport': city('officer', 'head'),

  'call.read': any(shown, cityDesk),
  'call.draft': city('officer'),
  'call.edit': city('officer'),
  'call.sendToReview': city('officer'),
  'call.return': city('head', 'finance', 'mayor'),
  'call.approve': city('head', 'mayor'),
  'call.publish': city('officer'),
  'call.close': any(portalItself, city('officer')),
  'call.propose': city('officer'),
  'call.correct': city('head', 'mayor'),
  'call.cancel': city('head', 'mayor'),
  'call.annul': city('head', 'mayor'),
  'call.complete': city('officer', 'head'),
  'call.ask': everyone,
  'call.answer': city('officer', 'head'),
  'alert.ask': everyone,
  'alert.send': portalItself,
  'calendar.own': signedIn,

  'receipt.rotateKey': portalItself,
  'application.start': editor,
  'application.read': any(member, coMember, helper, mentor, handedInToCity),
  'application.edit': any(editor, helper),
  'application.takeEarlier': editor,
  'application.comment': any(member, coMember, helper, mentor),
  'application.inviteHelper': editor,
  'application.endHelp': editor,
  'application.leaveHelp': any(helper, mentor),
  'application.invitePartner': editor,
  'application.answerPartnership': signatory,
  'application.signOff': signatory,
  'application.submit': signatory,
  'application.withdraw': signatory,
  'application.list': cityDesk,
  'application.checkFormally': city('officer'),
  'application.requestCorrection': city('officer'),
  'application.correct': signatory,
  'application.confirmFormally': city('officer', 'head'),

  'panel.appoint': city('head', 'mayor'),
  'panel.recruit': city('officer', 'head'),
  'panel.propose': editor,
  'panel.readProposals': city('officer', 'head', 'mayor'),
  'panel.forgetProposals': portalItself,
  'panel.read': any(inCommittee, cityDesk),
  'panel.declare': inCommittee,
  'panel.start': any(inCommittee, city('officer', 'head')),

  'review.list': any(inCommittee, cityDesk),
  'review.write': clearedMember,
  'review.handIn': clearedMember,

  'ranking.read': any(inCommittee, cityDesk),
  'ranking.draw': city('officer', 'head'),
  'decision.record': city('head', 'mayor'),
  'decision.publish': city('officer', 'head'),
  'award.answer': signatory,

  'agreement.read': any(member, cityDesk),
  'agreement.prepare': city('officer'),
  'agreement.release': city('officer'),
  'agreement.signForOrganisation': signatory,
  'agreement.signForCity': city('head', 'mayor'),
  'agreement.settle': city('head'),

  'payment.order': city('officer', 'finance'),
  'payment.confirm': city('finance', 'head'),
  'repayment.confirm': city('finance', 'head'),

  'report.read': any(member, handedInToCity),
  'report.edit': editor,
  'report.submit': signatory,
  'report.review': city('officer'),
  'report.accept': city('head'),

  'smallGrant.see': shown,
  'smallGrant.read': any(member, handedInToCity),
  'smallGrant.start': editor,
  'smallGrant.edit': editor,
  'smallGrant.submit': signatory,
  'smallGrant.withdraw': signatory,
  'smallGrant.comment': everyone,
  'smallGrant.list': cityDesk,
  'smallGrant.setPool': city('officer', 'head', 'finance'),
  'smallGrant.review': city('officer'),
  'smallGrant.post': city('officer'),
  'smallGrant.moderate': city('officer', 'head'),
  'smallGrant.closeComments': portalItself,
  'smallGrant.decide': city('head', 'mayor'),

  'proposal.see': shown,
  'proposal.read': any(member, handedInToCity),
  'proposal.start': editor,
  'proposal.edit': editor,
  'proposal.submit': signatory,
  'proposal.delete': editor,
  'proposal.reply': editor,
  'proposal.withdraw': signatory,
  'proposal.list': cityDesk,
  'proposal.examine': city('officer'),
  'proposal.decide': city('head', 'mayor'),
  'proposal.link': city('officer', 'head'),

  'localInitiative.see': shown,
  'localInitiative.read': any(member, oneself, handedInToCity),
  'localInitiative.start': any(editor, oneself),
  'localInitiative.edit': any(editor, oneself),
  'localInitiative.submit': any(signatory, oneself),
  'localInitiative.delete': any(editor, oneself),
  'localInitiative.withdraw': any(signatory, oneself),
  'localInitiative.report': any(editor, oneself),
  'localInitiative.list': cityDesk,
  'localInitiative.review': city('officer'),
  'localInitiative.decide': city('head', 'mayor'),
  'localInitiative.recordAgreement': city('officer', 'head'),
  'localInitiative.close': city('officer', 'head'),

  never: nobody,
} satisfies Record<string, Rule>;

/** Everything anyone can ask permission for. */
export type Action = keyof typeof policy;

/** Whether this actor may do this to this subject; without a subject, whether they ever could. */
export function may(actor: Actor, action: Action, subject?: Subject): boolean {
  return policy[action](actor, subject);
}
