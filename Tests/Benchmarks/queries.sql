-- Twenty questions about AI sessions, in words that SQLite and DuckDB understand alike. `sessions` has customer,
-- started_at, day, hour, weekday (from 1, Monday), customer_messages and ai_messages.

-- all
select count(*) as sessions, count(distinct customer) as customers, sum(customer_messages) as asked, sum(ai_messages) as answered
from sessions;

-- days
select day, count(*) as sessions from sessions group by day order by day;

-- months
select substr(day, 1, 7) as month, count(*) as sessions, sum(ai_messages) as answered from sessions group by 1 order by 1;

-- hours
select hour, count(*) as sessions, max(customer_messages) as most from sessions group by hour order by hour;

-- weekdays
select weekday, count(*) as sessions from sessions group by weekday order by weekday;

-- week
select weekday, hour, count(*) as sessions from sessions group by weekday, hour order by weekday, hour;

-- customers_of_days
select day, count(distinct customer) as customers from sessions group by day order by day;

-- messages_of_days
select day, sum(customer_messages) as asked, sum(ai_messages) as answered from sessions group by day order by day;

-- frequent_customers
select customer, count(*) as sessions from sessions group by customer order by sessions desc, customer limit 100;

-- talkative_customers
select customer, sum(customer_messages) as asked from sessions group by customer order by asked desc, customer limit 100;

-- lengths
select customer_messages + ai_messages as messages, count(*) as sessions from sessions group by 1 order by 1 limit 100;

-- sessions_of_customers
select sessions, count(*) as customers
from (select customer, count(*) as sessions from sessions group by customer) as each_customer group by sessions order by sessions;

-- last_words
select day, count(*) as sessions from sessions where ai_messages < customer_messages group by day order by day;

-- longest
select customer, started_at, customer_messages + ai_messages as messages from sessions
order by messages desc, started_at, customer limit 100;

-- latest
select customer, started_at, customer_messages, ai_messages from sessions order by started_at desc, customer limit 100;

-- first_of_days
select day, min(started_at) as first_at, max(started_at) as last_at from sessions group by day order by day;

-- running_total
select day, sum(sessions) over (order by day) as sessions
from (select day, count(*) as sessions from sessions group by day) as each_day order by day;

-- busiest_hours
select weekday, hour, sessions from (
  select weekday, hour, count(*) as sessions, rank() over (partition by weekday order by count(*) desc, hour) as place
  from sessions group by weekday, hour) as ranked
where place = 1 order by weekday;

-- first_days
select day, count(*) as customers
from (select customer, min(day) as day from sessions group by customer) as new_customers group by day order by day;

-- came_back
select a.month, count(*) as customers
from (select distinct customer, substr(day, 1, 7) as month from sessions) as a
join (select customer, min(substr(day, 1, 7)) as month from sessions group by customer) as b on b.customer = a.customer
where b.month < a.month group by a.month order by a.month;
