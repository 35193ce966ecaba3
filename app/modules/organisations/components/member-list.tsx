import type { MemberRole } from '~/access/roles';
import { useLang, useT } from '~/i18n/react';
import { DataTable } from '~/ui/data-table';
import { PostForm } from '~/ui/form';

type Member = { personId: string; name: string; email: string; role: MemberRole; signatory: boolean };
type Invitation = { id: string; email: string; role: MemberRole; signatory: boolean; expires: string };

/** People who act for the organisation, and those who were asked to. */
export function MemberList({ members, invitations, mayManage, organisationId }: { members: Member[]; invitations: Invitation[]; mayManage: boolean; organisationId?: string }) {
  const t = useT();
  const lang = useLang();
  const role = ({ role: code, signatory }: { role: MemberRole; signatory: boolean }) =>
    [t(`organisations.memberRole.${code}` as const), signatory ? t('organisations.signatory') : ''].filter(Boolean).join(', ');
  const columns = [
    { key: 'name', label: t('organisations.memberName'), rowHeader: true },
    { key: 'email', label: t('organisations.email') },
    { key: 'role', label: t('organisations.invite.role') },
  ];
  const lastColumn = mayManage ? [{ key: 'action', label: t('organisations.action') }] : [];
  return (
    <>
      <DataTable
        caption={t('organisations.members')} hideCaption columns={[...columns, ...lastColumn]}
        rows={members.map((member) => ({
          id: member.personId,
          cells: {
            name: member.name, email: member.email, role: role(member),
            action: mayManage ? (
              <>
                <a href={`/${lang}/my/${organisationId}/people/${member.personId}`}>{t('registry.role.change')}<span className="visually-hidden"> {member.name}</span></a>
                <RowButton intent="remove" id={member.personId} field="personId" label={t('ui.remove')} what={member.name} />
              </>
            ) : null,
          },
        }))}
      />
      {invitations.length > 0 ? (
        <DataTable
          caption={t('organisations.invited')} columns={[{ key: 'email', label: t('organisations.email'), rowHeader: true }, { key: 'role', label: t('organisations.invite.role') }, { key: 'expires', label: t('organisations.invite.expires') }, ...lastColumn]}
          rows={invitations.map((invitation) => ({
            id: invitation.id,
            cells: {
              email: invitation.email, role: role(invitation), expires: invitation.expires,
              action: mayManage ? <RowButton intent="withdraw" id={invitation.id} field="invitationId" label={t('organisations.invite.withdraw')} what={invitation.email} /> : null,
            },
          }))}
        />
      ) : null}
    </>
  );
}

function RowButton({ intent, id, field, label, what }: { intent: string; id: string; field: string; label: string; what: string }) {
  return (
    <PostForm intent={intent} formId={id}>
      <input type="hidden" name={field} value={id} />
      <button className="link" type="submit">{label}<span className="visually-hidden"> {what}</span></button>
    </PostForm>
  );
}
