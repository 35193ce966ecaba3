/** Words a person or an organisation wrote, in their own language; line breaks stay. */
export function OwnText({ lang, children, as: Tag = 'p' }: { lang: string; children: string; as?: 'p' | 'span' | 'div' }) {
  return <Tag lang={lang} className={Tag === 'span' ? undefined : 'own-text'}>{children}</Tag>;
}
