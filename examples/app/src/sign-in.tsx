import { Page } from './page';

/** A plain form. The server answers with a cookie. */
export function SignIn() {
  return (
    <Page title="Sign in">
      <form method="post" action="/api/sign-in" className="sign-in">
        <fieldset>
          <legend>This example asks for no password.</legend>
          <label>
            <input type="radio" name="userId" value="ada" defaultChecked />
            <span>
              <strong>Ada Lovelace</strong>
              <small>A host of meetings</small>
            </span>
          </label>
          <label>
            <input type="radio" name="userId" value="bob" />
            <span>
              <strong>Bob Kahn</strong>
              <small>A guest in Ada’s meetings</small>
            </span>
          </label>
        </fieldset>
        <button className="button primary">Sign in</button>
      </form>
    </Page>
  );
}
