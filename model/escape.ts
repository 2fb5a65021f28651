// Texts as they may stand where something else would be read as markup.

/** A text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** A text as it may stand in Markdown; line breaks become blanks. */
export const plainMarkdown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/([\\`*_{}[\]<>|#~&])/g, '\\$1');
