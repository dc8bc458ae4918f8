/**
 * The screens of customers: the list with its preview, one customer's page, quick add. Start at
 * {@link app.ringbook.customer.view.CustomersPage} and {@link
 * app.ringbook.customer.view.CustomerPage}; what they read and do goes through {@link
 * app.ringbook.customer.view.CustomerBook}.
 */
@NullMarked
package app.ringbook.customer.view;

import org.jspecify.annotations.NullMarked;
