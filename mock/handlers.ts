import { http } from 'msw'

/** Every API request goes to the same app that the server runs. */
export const handlers = (answer: (request: Request) => Promise<Response>) => [
  http.all('*/api/v1/*', ({ request }) => answer(request)),
]
