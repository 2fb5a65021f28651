// Asks for the token where the server wants one; it is kept for this tab alone.
import { type FormEvent, useId } from 'react';
import { keepToken } from '../api.ts';
import { begin } from '../history.ts';
import { scratch } from '../store.ts';

export function Token() {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token');
    if (typeof token !== 'string' || token.trim() === '') return;
    keepToken(token.trim());
    scratch({ dialog: null });
    void begin();
  };
  return (
    <form onSubmit={submit} className="token">
      <label htmlFor={id}>This server answers only with its token, which whoever runs it has.</label>
      <input id={id} name="token" type="password" autoComplete="off" required />
      <button type="submit" className="button primary">
        Go on
      </button>
    </form>
  );
}
