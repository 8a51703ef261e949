/// <reference types="vite/client" />
import { useMemo, type ReactNode } from 'react';
import { english } from '../../src/languages/english';
import css from '../../src/react/styles.css?raw';
import { PageHead } from '../look/kit';
import { contrast, readTokens, type Tokens } from './read-tokens';
import './overview.css';

/** Colours, type, spacing and radii, read from the stylesheet in the package. */
export function TokensPage(): ReactNode {
  const tokens = useMemo(() => readTokens(css), []);
  return (
    <main className="overview">
      <PageHead title="Tokens">
        Read from <code>react-zoom-meeting/styles.css</code> when this page opens. Set a variable on the view
        or around it to change it: <code>{'.my-meeting { --rzm-accent: #6d28d9 }'}</code>
      </PageHead>
      <Colours {...tokens} />
      <Type {...tokens} />
      <section>
        <h2>Spacing</h2>
        <p>All distances that the panels use.</p>
        <dl className="sizes">
          {tokens.spacing.map(({ value, usedBy }) => (
            <Distance key={value} value={value} usedBy={usedBy} />
          ))}
        </dl>
      </section>
      <section>
        <h2>Radius</h2>
        <p>
          One variable for what can be pressed or typed into. What stands for a person or a state is round.
        </p>
        <div className="radii">
          {[
            ...tokens.variables
              .filter(({ name }) => name.includes('radius'))
              .map(({ name, value }) => ({ value, usedBy: [name] })),
            ...tokens.radii,
          ].map(({ value, usedBy }) => (
            <figure key={value}>
              <i style={{ borderRadius: value }} />
              <figcaption>
                {value} <small>{usedBy.join(', ')}</small>
              </figcaption>
            </figure>
          ))}
        </div>
      </section>
    </main>
  );
}

function Colours({ colours }: Tokens) {
  const named = (name: string) => colours.find((colour) => colour.name === name);
  const background = named('--rzm-background');
  const accent = named('--rzm-accent');
  return (
    <section>
      <h2>Colours</h2>
      <p>
        Dark is the default, beside Zoom’s own dark. The number is the contrast with the background, and for
        the text of the main button, with <code>--rzm-accent</code>.
      </p>
      <div className="wide" tabIndex={0} role="region" aria-label="Colours">
        <table className="tokens">
          <thead>
            <tr>
              <th scope="col">Variable</th>
              <th scope="col">Dark</th>
              <th scope="col">Light</th>
            </tr>
          </thead>
          <tbody>
            {colours.map(({ name, ...schemes }) => {
              const behind = name === '--rzm-on-accent' ? accent : background;
              return (
                <tr key={name}>
                  <td>
                    <code>{name}</code>
                  </td>
                  {(['dark', 'light'] as const).map((scheme) => (
                    <td key={scheme}>
                      <span className="swatch">
                        <i style={{ background: schemes[scheme] }} />
                        <code>{schemes[scheme]}</code>
                        {behind && name !== behind.name && (
                          <small>{contrast(schemes[scheme], behind[scheme]).toFixed(1)}</small>
                        )}
                      </span>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Type({ type, variables }: Tokens) {
  const family = variables.find(({ name }) => name.includes('font'));
  return (
    <section>
      <h2>Type</h2>
      <p>
        <code>{family?.name}</code>: {family?.value}
      </p>
      <div className="wide" tabIndex={0} role="region" aria-label="Type">
        <table className="tokens">
          <thead>
            <tr>
              <th scope="col">Class</th>
              <th scope="col">Size / line, weight</th>
              <th scope="col">Specimen</th>
            </tr>
          </thead>
          <tbody>
            {type.map(({ selector, size, lineHeight, weight }, index) => (
              <tr key={index}>
                <td>
                  <code>{selector}</code>
                </td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  {size.replace('px', '')} / {lineHeight.replace('px', '') || 'inherited'},{' '}
                  {weight || 'inherited'}
                </td>
                <td
                  className="specimen"
                  style={{ fontSize: size, lineHeight, fontWeight: weight, fontFamily: family?.value }}
                >
                  {english['waitingRoom.title']}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Distance({ value, usedBy }: { value: string; usedBy: string[] }) {
  return (
    <>
      <dt>{value}</dt>
      <dd>
        <i style={{ inlineSize: value }} />
        <small>{usedBy.join(', ')}</small>
      </dd>
    </>
  );
}
