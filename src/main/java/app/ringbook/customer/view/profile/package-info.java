/**
 * What the customer's page shows beside its timeline: ratings, care, facts, people, needs, files;
 * and the forms that change them, made from the catalogue. Start at {@link
 * app.ringbook.customer.view.profile.ProfilePanels}. It stands apart because the list of customers
 * needs none of it.
 */
@NullMarked
package app.ringbook.customer.view.profile;

import org.jspecify.annotations.NullMarked;
