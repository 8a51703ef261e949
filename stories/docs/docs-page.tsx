import { Markdown } from '@storybook/addon-docs/blocks';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { repository } from '../../package.json';

/** The id of each Markdown file's page; see `.storybook/docs-pages.ts`. */
declare const __DOCS_PAGES__: Record<string, string>;

const sources = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main`;

/**
 * Where a link of a Markdown file leads to in Storybook: to another page, or to the source. README, which npm shows too,
 * links to the repository with whole addresses.
 */
export function hrefInStorybook(href: string, from: string, pages: Record<string, string>): string {
  if (href.startsWith('#')) return href;
  const { href: address, hash } = new URL(href, `${sources}/${from}`);
  if (!address.startsWith(`${sources}/`)) return href;
  const path = decodeURIComponent(address.slice(sources.length + 1).replace(hash, ''));
  const id = pages[path];
  return id ? `?path=/docs/${id}${hash}` : `${sources}/${path}`;
}

/** A Markdown file of the docs: its links lead to pages of this Storybook, its diagrams are drawn. */
export function DocsPage({ path, markdown }: { path: string; markdown: string }): ReactNode {
  return markdown.split(/^```mermaid\n([^]*?)^```$/m).map((part, index) => {
    // Every other part is what the pattern caught.
    if (index % 2) return <Diagram key={index} source={part} />;
    const linked = part.replace(
      /(\]\()([^)\s]+)(\))/g,
      (_all, before: string, href: string, after: string) =>
        before + hrefInStorybook(href, path, __DOCS_PAGES__) + after,
    );
    return <Markdown key={index}>{linked}</Markdown>;
  });
}

function Diagram({ source }: { source: string }): ReactNode {
  const id = `diagram${useId().replace(/\W/g, '')}`;
  const [svg, setSvg] = useState('');
  useEffect(() => {
    let isShown = true;
    void import('mermaid').then(async ({ default: mermaid }) => {
      mermaid.initialize({ startOnLoad: false, theme: 'neutral' });
      const drawn = await mermaid.render(id, source);
      if (isShown) setSvg(drawn.svg);
    });
    return () => {
      isShown = false;
    };
  }, [id, source]);
  return (
    <figure className="diagram">
      <div role="img" aria-label="Diagram; its text is below." dangerouslySetInnerHTML={{ __html: svg }} />
      <details>
        <summary>The diagram as text</summary>
        <pre>{source}</pre>
      </details>
    </figure>
  );
}
