/**
 * Invented data: about 120 customers with calls to look around in, and as many as a trial of size
 * needs. Everything is marked and can be taken away at once. Start at {@link
 * app.ringbook.sample.SampleData}.
 */
@NullMarked
package app.ringbook.sample;

import org.jspecify.annotations.NullMarked;
