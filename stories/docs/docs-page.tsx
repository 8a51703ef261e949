import { AnchorMdx, CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks';
import { useEffect, useId, useState, type ComponentProps, type ReactNode } from 'react';
import { useTheme } from 'storybook/theming';
import { repository } from '../../package.json';

/** The id of each Markdown file's page; see `.storybook/docs-pages.ts`. */
declare const __DOCS_PAGES__: Record<string, string>;

const sources = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main`;
/** The location of the pictures in the README, which is also shown on npm. */
const rawSources = `${sources.replace('//github.com', '//raw.githubusercontent.com').replace('/blob', '')}/`;

/**
 * The target of a link in a Markdown file in Storybook: another page, or the source. The README is also shown
 * on npm, so it uses absolute URLs of the repository.
 */
export function hrefInStorybook(href: string, from: string, pages: Record<string, string>): string {
  if (href.startsWith('#')) return href;
  const { href: address, hash } = new URL(href, `${sources}/${from}`);
  if (!address.startsWith(`${sources}/`)) return href;
  const path = decodeURIComponent(address.slice(sources.length + 1).replace(hash, ''));
  const id = pages[path];
  return id ? `?path=/docs/${id}${hash}` : `${sources}/${path}`;
}

/** The URL of a picture of `docs/pictures`, which this Storybook serves itself. */
export function pictureInStorybook(src: string, from: string): string {
  const { href: address } = new URL(src.replace(rawSources, `${sources}/`), `${sources}/${from}`);
  return address.replace(`${sources}/docs/pictures/`, 'pictures/');
}

/** A Markdown text whose links and pictures lead to their places in Storybook. What looks like one in a code block stays. */
export function markdownInStorybook(markdown: string, from: string, pages: Record<string, string>): string {
  return markdown
    .split(/^( *```[^]*?^ *```)$/m)
    .map((part, index) => {
      // Every second part is a code block.
      if (index % 2) return part;
      return part
        .replace(
          /(!\[[^\]]*\]\(|src(?:set)?=")([^)"]+)/g,
          (_all, before: string, src: string) => before + pictureInStorybook(src, from),
        )
        .replace(
          /((?<!!\[[^\]]*)\]\()([^)\s]+)(\))/g,
          (_all, before: string, href: string, after: string) =>
            before + hrefInStorybook(href, from, pages) + after,
        );
    })
    .join('');
}

/** Removes the README's badges: they are pictures on other hosts, and Storybook loads nothing from other hosts. */
export function withoutBadges(markdown: string): string {
  return markdown.replace(/^\[!\[[^\]]*\]\(https:[^)]*\)\]\([^)]*\)\n/gm, '');
}

/** A Markdown file of the docs. Its links lead to pages of this Storybook, and its diagrams are rendered. */
export function DocsPage({ path, markdown }: { path: string; markdown: string }): ReactNode {
  return withoutBadges(markdown)
    .split(/^```mermaid\n([^]*?)^```$/m)
    .map((part, index) => {
      // Every second part is a match of the pattern.
      if (index % 2) return <Diagram key={index} source={part} />;
      return (
        <Markdown key={index} options={{ overrides }}>
          {markdownInStorybook(part, path, __DOCS_PAGES__)}
        </Markdown>
      );
    });
}

/** Content that is too wide for the page scrolls in a box, which must be reachable by keyboard. */
function Scroller({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="scroller" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

const Table = (props: ComponentProps<'table'>): ReactNode => (
  <Scroller label="Table">
    <table {...props} />
  </Scroller>
);

/** Storybook's own components, which it omits when others are passed: code blocks, links and headings. */
const overrides = { code: CodeOrSourceMdx, a: AnchorMdx, ...HeadersMdx, table: Table };

function Diagram({ source }: { source: string }): ReactNode {
  const id = `diagram${useId().replace(/\W/g, '')}`;
  const [svg, setSvg] = useState('');
  const { base } = useTheme();
  useEffect(() => {
    let isShown = true;
    void import('mermaid').then(async ({ default: mermaid }) => {
      mermaid.initialize({
        startOnLoad: false,
        theme: base === 'dark' ? 'dark' : 'neutral',
        fontFamily: 'system-ui, sans-serif',
        // Large enough for the text to be readable. The box around it scrolls.
        state: { useMaxWidth: false },
        sequence: { useMaxWidth: false },
        flowchart: { useMaxWidth: false },
      });
      const drawn = await mermaid.render(id, source);
      if (isShown) setSvg(drawn.svg);
    });
    return () => {
      isShown = false;
    };
  }, [id, source, base]);
  return (
    <figure className="diagram">
      <Scroller label="Diagram">
        <div role="img" aria-label="Diagram; its text is below." dangerouslySetInnerHTML={{ __html: svg }} />
      </Scroller>
      <details>
        <summary>The diagram as text</summary>
        <pre>{source}</pre>
      </details>
    </figure>
  );
}
