export type MailParts = { lang: string; subject: string; paragraphs: string[]; link?: { href: string; label: string }; footer: string };

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign);

/** A mail as simple HTML with the face of the portal. */
export function mailHtml({ lang, subject, paragraphs, link, footer }: MailParts): string {
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px">${escaped(text).replaceAll('\n', '<br>')}</p>`).join('');
  const button = link
    ? `<p style="margin:24px 0"><a href="${escaped(link.href)}" style="background:#1b3f94;color:#ffffff;padding:12px 24px;border-radius:5px;text-decoration:none;font-weight:bold">${escaped(link.label)}</a></p><p style="margin:0 0 16px;color:#4c5160;font-size:14px;word-break:break-all">${escaped(link.href)}</p>`
    : '';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="margin:0;background:#fbfaf7;color:#191b22;font:18px/1.5 'Source Sans 3',Arial,sans-serif"><div style="max-width:600px;margin:0 auto;padding:24px"><p style="border-left:6px solid #f2a33a;padding-left:12px;font-weight:bold;color:#1b3f94;margin:0 0 24px">Otwarty Kraków</p>${body}${button}<hr style="border:0;border-top:1px solid #d9d5c9;margin:24px 0"><p style="color:#4c5160;font-size:14px">${escaped(footer)}</p></div></body></html>`;
}

/** The same mail as plain text. */
export function mailText({ paragraphs, link, footer }: MailParts): string {
  return [...paragraphs, ...(link ? [`${link.label}:\n${link.href}`] : []), '--', footer].join('\n\n');
}
