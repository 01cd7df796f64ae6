/** Under this key a person’s preferences say that they have asked in Try it. */
export const ASKED_PREFERENCE = 'vouch-asked'
