import { Controls, Description, DocsContext, Primary, Title } from '@storybook/addon-docs/blocks';
import { useContext, type ReactNode } from 'react';
import type { PreparedStory } from 'storybook/internal/types';
import { useTheme } from 'storybook/theming';
import './component-page.css';
import { pictureName } from './picture';

/**
 * The page of a component: its first story with live controls, then a picture of each other story with its
 * description. A page can have only one meeting at a time, so each picture is a page of its own, which renders
 * when it is near the viewport.
 */
export function ComponentPage(): ReactNode {
  const stories = useContext(DocsContext).componentStories();
  const [first, ...others] = stories;
  const isInline = first?.parameters['docs']?.story?.inline !== false;
  return (
    <>
      <Title />
      <Description of="meta" />
      {first && isInline && (
        <>
          <h2>{first.name}</h2>
          <Description of={first.moduleExport} />
          <Primary />
          <Controls />
        </>
      )}
      <Stories of={isInline ? others : stories} withPictures />
    </>
  );
}

/** The page of stories that are too heavy to run side by side: only their descriptions. */
export function StoryList(): ReactNode {
  return (
    <>
      <Title />
      <Description of="meta" />
      <Stories of={useContext(DocsContext).componentStories()} withPictures={false} />
    </>
  );
}

function Stories({ of: stories, withPictures }: { of: PreparedStory[]; withPictures: boolean }) {
  const { base } = useTheme();
  return (
    <div className="pictures">
      {stories.map(({ id, name, parameters, moduleExport }) => (
        <section key={id} className="picture">
          <h3 id={id}>
            <a href={`?path=/story/${id}`} target="_parent">
              {name}
            </a>
          </h3>
          <Description of={moduleExport} />
          {withPictures && (
            <iframe
              inert
              name={pictureName}
              loading="lazy"
              title={name}
              style={{ blockSize: parameters['pictureHeight'] as string | undefined }}
              src={`iframe.html?id=${id}&viewMode=story&globals=theme:${base};size:page`}
            />
          )}
        </section>
      ))}
    </div>
  );
}
