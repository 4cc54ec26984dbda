// The service's worker. It starts before everything else of the view, so that both get ready at the same time.

export const worker = new Worker('/__runtime/service.js')
