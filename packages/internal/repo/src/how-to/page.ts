/** The fences of a how-to page, as a reader follows them. */

/** What a reader does at a fence. */
export type Step =
  /** Writes a file: ```` ```ts path/to/file.ts ```` quotes one of this repository, ```` ```ts new path/to/file.ts ```` is one that it does not have. */
  | { readonly do: 'write'; readonly file: string; readonly text: string }
  /** Runs commands; ```` ```sh fails ```` shows what goes wrong. */
  | { readonly do: 'run'; readonly fails: boolean; readonly text: string }
  /** Compares with what was printed last; `…` stands for what the page leaves out. */
  | { readonly do: 'compare'; readonly text: string }
  /** Applies a patch. */
  | { readonly do: 'patch'; readonly text: string }

const fence = /^```([^\n]*)\n([^]*?)^```$/gm

const readStep = (info: string, text: string): Step => {
  const [, file] = /^\w+ (?:new )?(\S+\.\w+)$/.exec(info) ?? []
  if (file !== undefined) return { do: 'write', file, text }
  if (info === 'sh' || info === 'sh fails') return { do: 'run', fails: info === 'sh fails', text }
  if (info === 'text') return { do: 'compare', text }
  if (info === 'diff') return { do: 'patch', text }
  throw new Error(`a fence of a how-to page is a command, a file, a patch or what is printed, not \`\`\`${info}`)
}

/** The steps of a page, in their order. */
export const readSteps = (page: string): ReadonlyArray<Step> =>
  [...page.matchAll(fence)].map(([, info = '', text = '']) => readStep(info, text))
