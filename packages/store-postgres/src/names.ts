/** A name as SQL reads it, whatever is in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A text as SQL reads it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
