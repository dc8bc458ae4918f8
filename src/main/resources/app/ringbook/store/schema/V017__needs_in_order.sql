-- Needs of a product in the order in which they were written down.
DROP INDEX customer_need_product;
CREATE INDEX customer_need_product_in_order ON customer_need (product, met, id);
